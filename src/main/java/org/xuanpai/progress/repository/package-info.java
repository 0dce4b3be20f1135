/** Monthly reports and their copies in the database. */
@NullMarked
package org.xuanpai.progress.repository;

import org.jspecify.annotations.NullMarked;
