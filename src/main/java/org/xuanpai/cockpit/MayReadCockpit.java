package org.xuanpai.cockpit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.xuanpai.shared.Permission;
import org.xuanpai.shared.Requires;

/** See the county cockpit. */
@Requires(Permission.READ_COCKPIT)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayReadCockpit {}
