package org.xuanpai.progress.controller;

/**
 * A field where what somebody typed and what is stored meanwhile are not the same.
 *
 * @param labelKey message key of the field's name; empty when {@code name} says it
 * @param name an indicator's name; empty when {@code labelKey} says it
 */
record Difference(String labelKey, String name, String mine, String theirs) {}
