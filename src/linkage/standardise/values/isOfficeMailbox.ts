// Mailboxes of an office rather than a person: info@, sales@, postmaster@. Whoever works there can be reached under such an
// address, so that sharing it tells no more of two people than that they have an employer in common.

/** RFC 2142 (mailbox names for common services, roles and functions) and what offices use beside them. */
const officeWords: ReadonlySet<string> = new Set(
  `abuse noc security postmaster hostmaster webmaster usenet news www uucp ftp info marketing sales support
  admin administration office mail email contact contacts hello help helpdesk enquiries enquiry inquiries inquiry reception
  noreply donotreply accounts accounting billing service services customerservice customerservices secretary kontakt buero
  contacto contato accueil`
    .trim()
    .split(/\s+/),
);

/**
 * Whether the local part of a standardised address names an office: "info", "no-reply", "sales2". What holds anything else,
 * as "info.smith" does, may be a person's.
 */
export function isOfficeMailbox(local: string): boolean {
  return officeWords.has(local.replace(/[^a-z]+/g, ""));
}
