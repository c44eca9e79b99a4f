/** The page that shows the world: its files, and the live stream of what the product thinks. */
package dev.musubi.local.world.page;
