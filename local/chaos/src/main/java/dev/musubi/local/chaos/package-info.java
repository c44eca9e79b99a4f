/**
 * The real processes with everything going wrong, and the simulation's checker over what happened.
 */
package dev.musubi.local.chaos;
