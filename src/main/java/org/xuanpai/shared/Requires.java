package org.xuanpai.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Put on an annotation of a feature's face, such as {@code @MayReviewReports}: the service method that carries it runs only
 * for an acting duty with this permission. {@code docs/access.md} lists every such method.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.ANNOTATION_TYPE)
public @interface Requires {

    Permission value();
}
