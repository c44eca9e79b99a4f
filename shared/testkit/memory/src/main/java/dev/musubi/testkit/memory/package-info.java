/** Every port of core in memory: simple, deterministic in order, safe for several threads. */
package dev.musubi.testkit.memory;
