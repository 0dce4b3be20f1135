package org.xuanpai.platform.web;

import org.xuanpai.platform.Section;

/**
 * One link of the main navigation.
 *
 * @param section gives the text, {@code nav.<NAME>}
 * @param path where it leads
 * @param current whether this page belongs to it
 */
public record NavigationItem(Section section, String path, boolean current) {}
