package org.xuanpai.posting.people.service;

import java.util.List;
import org.xuanpai.platform.Pager;

/**
 * A page of the list of people.
 *
 * @param rows who is on it
 * @param pager which page it is
 * @param mayEdit whether the reader enters people
 */
public record PeopleList(List<PersonRow> rows, Pager pager, boolean mayEdit) {}
