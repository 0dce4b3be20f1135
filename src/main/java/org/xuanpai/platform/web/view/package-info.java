/** What templates call: texts, figures and dates in the user's language, form fields, shapes of charts. */
@NullMarked
package org.xuanpai.platform.web.view;

import org.jspecify.annotations.NullMarked;
