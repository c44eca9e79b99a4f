/** The page in a real browser. */
package dev.musubi.local.page;
