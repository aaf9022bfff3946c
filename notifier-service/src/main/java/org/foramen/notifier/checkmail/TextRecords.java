package org.foramen.notifier.checkmail;

import java.util.List;
import javax.naming.NamingException;

/** Finds the TXT records of names in the DNS. */
interface TextRecords {

    /** None when there is no such name. */
    List<String> of(String name) throws NamingException;
}
