/** What every adapter of a port must do, as tests that each adapter's module inherits. */
package dev.musubi.testkit.contracts;
