package org.xuanpai.posting.people;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.xuanpai.shared.Permission;
import org.xuanpai.shared.Requires;

/** Enter people, propose or confirm their offices and assignments, enter portfolios. */
@Requires(Permission.EDIT_PEOPLE)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayEditPeople {}
