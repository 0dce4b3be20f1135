/** People in the database. */
@NullMarked
package org.xuanpai.posting.people.repository;

import org.jspecify.annotations.NullMarked;
