/**
 * What the tests of functions are made of: two shops, their stores, and events as AWS hands them
 * over.
 */
package dev.musubi.testkit.functions;
