package org.foramen.system.faults;

/** Something that goes wrong, or is done, while people send inquiries. */
@FunctionalInterface
interface Fault {

    void strike(Trial trial) throws Exception;
}
