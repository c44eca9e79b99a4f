/**
 * LINE's platform on loopback: official accounts with webhooks, the people who follow them, the
 * Messaging API and the account link dialog.
 */
package dev.musubi.local.line;
