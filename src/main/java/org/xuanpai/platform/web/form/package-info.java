/** How typed text becomes values: normalised, bounded, and refused at the field instead of deep inside. */
@NullMarked
package org.xuanpai.platform.web.form;

import org.jspecify.annotations.NullMarked;
