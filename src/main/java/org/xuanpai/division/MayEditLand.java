package org.xuanpai.division;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.xuanpai.shared.Permission;
import org.xuanpai.shared.Requires;

/** Propose or confirm a township's type, add and rename units of the own county. */
@Requires(Permission.EDIT_LAND)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayEditLand {}
