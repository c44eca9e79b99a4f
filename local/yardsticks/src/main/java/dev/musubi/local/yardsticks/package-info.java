/** Functions that do one thing each and nothing else: what the real ones are measured against. */
package dev.musubi.local.yardsticks;
