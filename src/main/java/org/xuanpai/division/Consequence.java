package org.xuanpai.division;

/**
 * What a reorganisation means for something that hangs at its units, for the person who is to confirm it.
 *
 * @param key message key; takes the count
 * @param count how many; nothing is said of none
 * @param attention whether somebody has to do something about it
 */
public record Consequence(String key, long count, boolean attention) {}
