using Microsoft.AspNetCore.Identity;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Gateway.People;

/// <summary>
/// A person who can sign in. Every change is raised as <see cref="ContactChanged"/>, with what its owner and the administrators are told;
/// one-time links as <see cref="LinkIssued"/>.
/// </summary>
internal sealed class User : IdentityUser<Guid>, IAggregate
{
    private readonly List<IEvent> raised = [];

    private User() { }

    /// <summary>What people call them.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Null for people of the commissioner's office.</summary>
    public Partnership? Partnership { get; private set; }

    /// <summary>What they may do, besides deputising: see the table of acts of each program.</summary>
    public string[] Roles { get; private set; } = [];

    /// <summary>The last day on which they stand in for their partnership's lead; null where they do not.</summary>
    public DateOnly? DeputyUntil { get; private set; }

    /// <summary>A change of the account that a second person has yet to confirm; null for none.</summary>
    public WaitingChange? Waiting { get; private set; }

    /// <summary>Whether the account is closed.</summary>
    public bool Disabled { get; private set; }

    /// <summary>When it was closed (UTC); null while it is open.</summary>
    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>When it was forgotten whose it was (UTC); null until then.</summary>
    public DateTimeOffset? ForgottenAt { get; private set; }

    /// <summary>When somebody last said that the account is still needed (UTC).</summary>
    public DateTimeOffset ReviewedAt { get; private set; }

    /// <summary>When it was last asked for that (UTC); null before the first time.</summary>
    public DateTimeOffset? ReviewAskedAt { get; private set; }

    /// <summary>The key of the authenticator app, encrypted; null for none.</summary>
    public string? Authenticator { get; private set; }

    /// <summary>The step of time of the last code that was used: none is used twice.</summary>
    public long AuthenticatorStep { get; private set; }

    /// <summary>The hashes of the recovery codes that are left.</summary>
    public string[] RecoveryCodes { get; private set; } = [];

    /// <summary>Who they are to the office's own sign-in, "issuer subject"; null before they first came from there.</summary>
    public string? OfficeSignIn { get; private set; }

    public int Version { get; private set; }

    /// <summary>Whether the person has chosen a password, or come in by the office's own sign-in.</summary>
    public bool HasAccepted => PasswordHash is not null || OfficeSignIn is not null;

    /// <summary>What they may do on a day: a deputy is a lead.</summary>
    public IReadOnlyList<string> RolesOn(DateOnly day) =>
        DeputyUntil >= day && !Roles.Contains(Contracts.Roles.PartnerLead) ? [.. Roles, Contracts.Roles.PartnerLead] : Roles;

    /// <summary>Makes an account. What takes two people to give waits for the second, unless it is made on the server.</summary>
    /// <param name="details">What it says.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="at">When.</param>
    /// <param name="id">Its id; null for a new one.</param>
    /// <param name="isTold">Whether the administrators are told.</param>
    public static User Create(AccountDetails details, Person by, DateTimeOffset at, Guid? id = null, bool isTold = true)
    {
        var user = new User { Id = id ?? Guid.CreateVersion7(), ReviewedAt = at };
        var alone = by.UserId == Guid.Empty ? details : details with { Roles = [.. details.Roles.Where(role => !Guarded.Needed([role]))] };
        user.Take(alone);
        var waits = user.HaveWait(details, by, at);
        user.Raise(by, at, isTold ? [$"The account was made: {alone.Words}", .. waits] : []);
        return user;
    }

    /// <summary>Changes what the account says, or has that wait for a second person.</summary>
    /// <returns>Whether what they may do is different: their sessions end.</returns>
    public bool Change(AccountDetails details, Person by, DateTimeOffset at)
    {
        var changes = details.Since(Said);
        if (changes.Count == 0)
            return false;
        if (NeedsSecond(details, by))
        {
            Raise(by, at, HaveWait(details, by, at));
            return false;
        }
        return Apply(details, by, at, changes);
    }

    /// <summary>
    /// Who may confirm what waits: an administrator or the holder of a role above, who is neither its subject nor asked for it.
    /// </summary>
    public Result MayConfirm(Person by, IReadOnlyCollection<string> roles) =>
        Waiting is not { } waiting ? Result.Refused("nothing-waits", "Nothing waits to be confirmed: somebody has dealt with it")
        : by.UserId == Id ? Result.Refused("own-account", "Nobody confirms a change of their own account: ask another administrator")
        : by.UserId == waiting.By.UserId ? Result.Refused("second-person", "You asked for this change: another person has to confirm it")
        : !Guarded.MayConfirm(roles, waiting.Roles.Concat(Roles)) ? Result.NotFound
        : Result.Done;

    /// <summary>Has what waits count.</summary>
    /// <returns>Whether what they may do is different: their sessions end.</returns>
    public bool Confirm(Person by, DateTimeOffset at)
    {
        var details = Waiting!.Details;
        return Apply(details, by, at, [$"{Waiting.By.Name} asked for this, and {by.Name} confirmed it", .. details.Since(Said)]);
    }

    /// <summary>Drops what waits: its asker may, too.</summary>
    public void Refuse(Person by, DateTimeOffset at)
    {
        if (Waiting is not { } waiting)
            return;
        Waiting = null;
        Raise(by, at, [$"A change that {waiting.By.Name} asked for was not confirmed", .. waiting.Details.Since(Said)]);
    }

    /// <summary>Whether somebody may disable this account.</summary>
    public Result MayDisable(Person by) =>
        Id == by.UserId ? Result.Refused("own-account", "You cannot disable your own account: ask another administrator") : Result.Done;

    public void Disable(Person by, DateTimeOffset at, string why = "The account was disabled: nobody can sign in with it")
    {
        if (Disabled)
            return;
        (Disabled, DisabledAt) = (true, at);
        (Waiting, DeputyUntil) = (null, null);
        Raise(by, at, [why]);
    }

    public void Enable(Person by, DateTimeOffset at)
    {
        if (!Disabled)
            return;
        (Disabled, DisabledAt) = (false, null);
        ReviewedAt = at;
        Raise(by, at, ["The account was enabled again"]);
    }

    /// <summary>Forgets whose it was. It stays closed.</summary>
    public void Forget(DateTimeOffset at)
    {
        ForgottenAt = at;
        Name = Commitments.NoLongerKept;
        (Email, NormalizedEmail) = (null, null);
        (UserName, NormalizedUserName) = (null, null);
        (PasswordHash, OfficeSignIn) = (null, null);
        Roles = [];
        ForgetAuthenticator();
        Raise(Person.Platform, at, []);
    }

    /// <summary>Says that the account is still needed.</summary>
    public void Review(Person by, DateTimeOffset at)
    {
        ReviewedAt = at;
        Raise(by, at, []);
    }

    /// <summary>Says that somebody has to confirm the account by a day.</summary>
    public void AskReview(DateTimeOffset at, DateOnly by)
    {
        ReviewAskedAt = at;
        var who = Partnership is null ? "An administrator confirms it" : "The partnership’s lead, or an administrator, confirms it";
        Raise(
            Person.Platform,
            at,
            [$"Annual review: if nobody confirms by {London.WithWeekday(by)} that the account is needed, it is disabled. {who}"]
        );
    }

    /// <summary>Has an editor stand in for the lead.</summary>
    /// <param name="until">The last day; null to end it.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="at">When.</param>
    public void Deputise(DateOnly? until, Person by, DateTimeOffset at)
    {
        if (DeputyUntil == until)
            return;
        DeputyUntil = until;
        Raise(
            by,
            at,
            [
                until is { } last
                    ? $"{Name} stands in for the lead of {Partnership} until the end of {London.WithWeekday(last)}"
                    : $"{Name} no longer stands in for the lead of {Partnership}",
            ]
        );
    }

    /// <summary>Notes something that its owner alone is told: of a password, a second factor, a lock.</summary>
    public void Secure(Person by, DateTimeOffset at, string what) => Raise(by, at, [what], isPrivate: true);

    /// <summary>Notes something that the administrators are told as well.</summary>
    public void Note(Person by, DateTimeOffset at, string what) => Raise(by, at, [what]);

    /// <summary>Sends a one-time link.</summary>
    public void Send(IssuedLink link, Person by, DateTimeOffset at) => raised.Add(new LinkIssued(Id, ++Version, at, by, link));

    /// <summary>Has the person sign in with an authenticator app as well.</summary>
    /// <param name="key">Its key, encrypted.</param>
    /// <param name="step">The step of the code that proved it.</param>
    /// <param name="recoveryCodes">The hashes of new recovery codes.</param>
    public void UseAuthenticator(string key, long step, string[] recoveryCodes)
    {
        (Authenticator, AuthenticatorStep) = (key, step);
        RecoveryCodes = recoveryCodes;
    }

    /// <summary>Takes the authenticator app and the recovery codes away.</summary>
    public void ForgetAuthenticator()
    {
        (Authenticator, AuthenticatorStep) = (null, 0);
        RecoveryCodes = [];
    }

    public void UseRecoveryCodes(string[] hashes) => RecoveryCodes = hashes;

    /// <summary>Notes who they are to the office's own sign-in.</summary>
    public void ComeFromOffice(string subject) => OfficeSignIn = subject;

    public IReadOnlyList<IEvent> TakeRaised()
    {
        IReadOnlyList<IEvent> taken = [.. raised];
        raised.Clear();
        return taken;
    }

    /// <summary>What would be different once the second person has confirmed it, a sentence each.</summary>
    public IReadOnlyList<string> WhatWaits() => Waiting?.Details.Since(Said) ?? [];

    private Contact ContactOn(DateTimeOffset at) => new(Name, Email ?? "", Partnership, RolesOn(London.DateOf(at)), !Disabled);

    private AccountDetails Said => new(Name, Email!, Partnership, Roles);

    private IReadOnlyList<string> HaveWait(AccountDetails details, Person by, DateTimeOffset at)
    {
        var changes = details.Since(Said);
        if (changes.Count == 0)
            return [];
        Waiting = new(details.Name, details.Email, details.Partnership?.Code, [.. details.Roles], by, at);
        return ["A second person has to confirm this change before it counts", .. changes];
    }

    // One administrator alone can neither make somebody a signatory or an administrator, nor have such a person's letters go elsewhere, nor
    // anybody's who has a password.
    private bool NeedsSecond(AccountDetails details, Person by) =>
        by.UserId != Guid.Empty
        && (
            Guarded.Needed(details.Roles.Except(Roles))
            || (Guarded.Needed(Roles) && details.Name != Name)
            || (HasAccepted && details.Email != Email && by.UserId != Id)
        );

    private bool Apply(AccountDetails details, Person by, DateTimeOffset at, IReadOnlyList<string> changes)
    {
        var isOther = details.Partnership != Partnership || !Roles.ToHashSet().SetEquals(details.Roles);
        var former = details.Email == Email ? null : ContactOn(at);
        Take(details);
        Waiting = null;
        if (details.Partnership is null || !details.Roles.Contains(Contracts.Roles.PartnerEditor))
            DeputyUntil = null;
        Raise(by, at, changes, former: former);
        return isOther || former is not null;
    }

    private void Take(AccountDetails details)
    {
        Name = details.Name;
        Email = details.Email;
        UserName = details.Email;
        Partnership = details.Partnership;
        Roles = [.. Contracts.Roles.All.Intersect(details.Roles)];
    }

    private void Raise(Person by, DateTimeOffset at, IReadOnlyList<string> changes, bool isPrivate = false, Contact? former = null) =>
        raised.Add(
            new ContactChanged(Id, ++Version, at, by, ContactOn(at))
            {
                Changes = changes,
                IsPrivate = isPrivate,
                Former = former,
            }
        );
}
