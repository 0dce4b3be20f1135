package org.xuanpai.division;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.xuanpai.shared.Permission;
import org.xuanpai.shared.Requires;

/** See units, their codes and types. */
@Requires(Permission.READ_LAND)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayReadLand {}
