package org.xuanpai.industry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.xuanpai.shared.Permission;
import org.xuanpai.shared.Requires;

/** For those who enter a township's report: object to an issued figure. */
@Requires(Permission.OBJECT_TO_FIGURES)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayObjectToFigures {}
