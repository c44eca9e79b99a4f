/** What every function wants of Micronaut otherwise than it is. */
package dev.musubi.micronaut;
