package org.xuanpai.division;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.xuanpai.shared.Permission;
import org.xuanpai.shared.Requires;

/** Bring units in: the published list, or the units of a demo county. */
@Requires(Permission.IMPORT_LAND)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MayImportLand {}
