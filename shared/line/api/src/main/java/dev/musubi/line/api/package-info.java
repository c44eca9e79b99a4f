/** LINE's Messaging API through LINE Bot SDK: messages, quota, link tokens and rich menus. */
package dev.musubi.line.api;
