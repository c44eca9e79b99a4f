/**
 * Measures the product beside yardsticks on this machine; each measurement is a class with a {@code
 * main}, and {@link dev.musubi.local.bench.Bench} runs them by name.
 */
package dev.musubi.local.bench;
