package org.xuanpai.calendar.service;

/**
 * What proposing a year takes.
 *
 * @param year the year the file is said to be of
 * @param papers address or number of the announcement, for files that name none; may be empty
 * @param file the file's content
 */
public record ProposeYear(int year, String papers, byte[] file) {}
