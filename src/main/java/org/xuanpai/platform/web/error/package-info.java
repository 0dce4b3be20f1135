/** What a request that cannot be served gets: a status, a page in the user's language and a reference number. */
@NullMarked
package org.xuanpai.platform.web.error;

import org.jspecify.annotations.NullMarked;
