package org.xuanpai.posting.people;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.xuanpai.shared.Permission;
import org.xuanpai.shared.Requires;

/** See the county's leaders and township Party secretaries, their offices, portfolios and assignments. */
@Requires(Permission.READ_PEOPLE)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayReadPeople {}
