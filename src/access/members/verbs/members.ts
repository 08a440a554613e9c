import { AppError, notFound } from '../../../kernel/errors.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import { say } from '../../../platform/locale.ts';
import { queueMail } from '../../../platform/mail.ts';
import { type ConsoleRole, LINK_MINUTES, type Member } from '../model.ts';
import { leavesNoOwner } from '../rules.ts';
import {
  deleteMember,
  findFirstOwner,
  findMember,
  findMemberByEmail,
  insertMember,
  listConsoleMembers,
  lockOwners,
  updateRole,
} from '../store.ts';
import { ensureUser, makeLink, makeOwnerLink } from './links.ts';

/** The people of the company who may sign in. */
export async function listMembers(ctx: Ctx): Promise<Member[]> {
  requireScope(ctx, 'settings:read');
  return listConsoleMembers(ctx.db);
}

/** Gives somebody a role and mails them a link that signs them in. @throws conflict when they already have access. */
export function inviteMember(ctx: Ctx, input: { email: string; name?: string; role: ConsoleRole }): Promise<Member> {
  requireScope(ctx, 'settings:write');
  return inTransaction(ctx, async (inner) => {
    const email = input.email.toLowerCase();
    if (await findMemberByEmail(inner.db, email)) {
      throw new AppError('conflict', 'Somebody with this e-mail address already has access.', { field: 'email' });
    }
    const member = await admit(inner, { email, name: input.name, role: input.role });
    await mailInvitation(inner, member);
    return member;
  });
}

async function admit(ctx: Ctx, input: { email: string; name?: string; role: ConsoleRole }): Promise<Member> {
  const userId = await ensureUser(ctx, input.email, input.name);
  await insertMember(ctx.db, {
    user_id: userId,
    role: input.role,
    partner_id: null,
    invited_by: ctx.actor.id,
    created_at: ctx.clock.now(),
  });
  const detail = { role: input.role };
  await writeAudit(ctx, { action: 'member.invited', subjectKind: 'user', subjectId: userId, detail });
  return getMember(ctx, userId);
}

async function mailInvitation(ctx: Ctx, member: Member): Promise<void> {
  const url = makeLink(ctx, { who: { user: member.user_id }, to: '/', minutes: LINK_MINUTES.invitation });
  await queueMail(ctx, {
    to: member.email,
    to_name: member.name,
    subject: say('access:invite_subject'),
    text: say('access:invite_text', { name: member.name, role: say(`access:role_${member.role}`), url }),
    kind: 'member-invitation',
    subject_kind: 'user',
    subject_id: member.user_id,
  });
}

async function getMember(ctx: Ctx, userId: string): Promise<Member> {
  const member = await findMember(ctx.db, userId);
  if (!member) throw notFound('member', userId);
  return member;
}

/** @throws conflict when it would leave Goodword without an owner. */
export function changeRole(ctx: Ctx, input: { user_id: string; role: ConsoleRole }): Promise<Member> {
  requireScope(ctx, 'settings:write');
  return inTransaction(ctx, async (inner) => {
    const member = await keepAnOwner(inner, input.user_id, input.role);
    await updateRole(inner.db, member.user_id, input.role);
    const detail = { from: member.role, to: input.role };
    await writeAudit(inner, { action: 'member.role-changed', subjectKind: 'user', subjectId: member.user_id, detail });
    return { ...member, role: input.role };
  });
}

/** Ends somebody's access and their open sessions at once. @throws conflict when it would leave no owner. */
export function removeMember(ctx: Ctx, userId: string): Promise<void> {
  requireScope(ctx, 'settings:write');
  return inTransaction(ctx, async (inner) => {
    const member = await keepAnOwner(inner, userId, undefined);
    await deleteMember(inner.db, userId);
    const detail = { role: member.role };
    await writeAudit(inner, { action: 'member.removed', subjectKind: 'user', subjectId: userId, detail });
  });
}

async function keepAnOwner(ctx: Ctx, userId: string, to: ConsoleRole | undefined): Promise<Member> {
  const owners = await lockOwners(ctx.db);
  const member = await getMember(ctx, userId);
  if (member.role === 'partner') throw notFound('member', userId);
  if (leavesNoOwner({ userId, from: member.role, to }, owners)) {
    throw new AppError('conflict', 'This is the only owner; Goodword needs one.', {
      hint: 'Make somebody else an owner first.',
    });
  }
  return member;
}

/** On a database nobody has access to yet: makes the owner, who signs in through the link the terminal shows. */
export function ensureOwner(ctx: Ctx): Promise<Member> {
  requireScope(ctx, 'settings:write');
  return inTransaction(ctx, async (inner) => {
    const known = await findFirstOwner(inner.db);
    return known ?? admit(inner, { email: 'owner@goodword.invalid', name: say('access:owner_name'), role: 'owner' });
  });
}

/** The address that lets the owner in for the first time; undefined once they have been here. */
export async function arrivalOfOwner(ctx: Ctx): Promise<string | undefined> {
  requireScope(ctx, 'settings:write');
  const owner = await ensureOwner(ctx);
  return owner.last_seen_at === null ? makeOwnerLink(ctx) : undefined;
}
