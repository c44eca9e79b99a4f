/** The deployed adapters pass the contracts of their ports against the local world's platforms. */
package dev.musubi.local.world.adapters;
