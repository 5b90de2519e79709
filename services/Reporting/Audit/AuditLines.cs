using System.Text.RegularExpressions;
using Platform.Contracts;

namespace Platform.Reporting.Audit;

/// <summary>An event as the audit page says it: from its name and the name of its thing, never from what somebody wrote.</summary>
internal static partial class AuditLines
{
    /// <summary>An event's entry.</summary>
    /// <exception cref="NotSupportedException">It is about a thing that has no kind yet.</exception>
    public static AuditEntry Of(IEvent happened)
    {
        var details = happened.GetType().GetProperty("Details")?.GetValue(happened);
        var (kind, thing, link) = ThingOf(happened, details);
        var access = details as AccessDetails;
        return new()
        {
            Id = happened.Id,
            Version = happened.Version,
            At = happened.At.ToUniversalTime(),
            Kind = kind,
            ById = happened.By.UserId,
            By = happened.By.Name,
            To = (access?.Of ?? (details as AssessmentDetails)?.Assessor)?.Name ?? (details as LetterDetails)?.To ?? "",
            What = happened switch
            {
                AccessNoted => WhatOf(access!),
                ContactChanged account => WhatOf(account),
                LinkIssued issued => WhatOf(issued.Details.Purpose),
                ClientChanged client => client.Details.RevokedAt is null ? "Program registered" : "Program revoked",
                _ => WhatOf(happened.GetType().Name),
            },
            Thing = thing,
            Link = link,
            Source = access?.Source ?? "",
            Times = access?.Times ?? 1,
        };
    }

    private static (AuditKind Kind, string Thing, string? Link) ThingOf(IEvent happened, object? details) =>
        details switch
        {
            AccessDetails access => (KindOf(access.Kind), access.What.StartsWith('/') ? access.What : "", null),
            Contact account => (AuditKind.Account, account.Name, $"/account/people/{happened.Id}"),
            IssuedLink link => (AuditKind.Account, link.To.Name, $"/account/people/{happened.Id}"),
            ClientDetails client => (AuditKind.Account, client.Name, "/account/programs"),
            RoundDetails round => (AuditKind.Round, round.Reference, $"/rounds/{round.Reference}"),
            ExtensionDetails extension => (AuditKind.Round, extension.RoundReference, $"/rounds/{extension.RoundReference}"),
            ProgrammeDetails programme => (AuditKind.Return, programme.Name, null),
            ProfileDetails profile => (AuditKind.Bid, $"{profile.Partnership}", null),
            BidDetails bid => (AuditKind.Bid, bid.Reference, $"/bids/{bid.Reference}"),
            AssessmentDetails assessment => (AuditKind.Assessment, assessment.BidReference, $"/bids/{assessment.BidReference}"),
            ModerationDetails moderation => (AuditKind.Assessment, moderation.BidReference, $"/bids/{moderation.BidReference}"),
            DecisionDetails record => (AuditKind.Decision, record.Reference, $"/decisions/{record.Reference}"),
            GrantDetails grant => (AuditKind.Grant, grant.Reference, $"/grants/{grant.Reference}"),
            ReturnDetails owed => (
                AuditKind.Return,
                $"{owed.GrantReference}/{owed.Quarter.InAddress}",
                $"/returns/{owed.GrantReference}/{owed.Quarter.InAddress}"
            ),
            LetterDetails => (AuditKind.Letter, "Letter", $"/notifications/{happened.Id}"),
            BoardPaperDetails paper => (AuditKind.BoardPaper, $"Board paper {paper.Number}", $"/reports/papers/{paper.Number}"),
            FoiDetails request => (AuditKind.FoiRequest, request.Reference, $"/foi/{request.Reference}"),
            FoiWordingDetails => (AuditKind.FoiRequest, "Sentences of letters", "/foi/sentences"),
            ViewDetails view => (AuditKind.SavedView, view.Name, null),
            ForgottenDetails forgotten => (AuditKind.Platform, $"{forgotten.Count} {forgotten.Kind}, {forgotten.Service}", null),
            AuditFindingDetails finding => (AuditKind.Platform, finding.Service, "/failed-messages"),
            FailedMessageDetails message => (AuditKind.Platform, message.Queue, "/failed-messages"),
            ReplayDetails replay => (AuditKind.Platform, replay.Source, null),
            null when happened is RecipientMissing or AlertClosed => (AuditKind.Letter, "Alert", "/notifications/alerts"),
            null => (AuditKind.Platform, "", null),
            _ => throw new NotSupportedException($"{happened.GetType().Name} has no kind."),
        };

    private static AuditKind KindOf(AccessKind kind) =>
        kind switch
        {
            AccessKind.SignedIn or AccessKind.SignedOut => AuditKind.SigningIn,
            AccessKind.SignInRefused => AuditKind.RefusedSignIn,
            AccessKind.LockedOut => AuditKind.LockedAccount,
            AccessKind.Refused => AuditKind.Refusal,
            AccessKind.PersonalDataRead => AuditKind.PersonalData,
            AccessKind.Exported => AuditKind.Export,
            _ => throw new NotSupportedException($"{kind} has no kind."),
        };

    private static string WhatOf(AccessDetails access)
    {
        var what = access.Kind switch
        {
            AccessKind.SignedIn => "Signed in",
            AccessKind.SignedOut => "Signed out",
            AccessKind.SignInRefused => "Could not sign in",
            AccessKind.LockedOut => "Could not sign in: the account is locked",
            AccessKind.Refused => "Was refused",
            AccessKind.PersonalDataRead => "Read personal data",
            _ => "Took a file away",
        };
        return access.What.StartsWith('/') ? what : $"{what} {access.What}".TrimEnd();
    }

    private static string WhatOf(LinkPurpose purpose) =>
        purpose switch
        {
            LinkPurpose.Invitation => "Invitation sent",
            LinkPurpose.PasswordReset => "Link for another password sent",
            LinkPurpose.NewAddress => "Link sent to the new address",
            _ => "Link sent to the address before",
        };

    private static string WhatOf(ContactChanged account)
    {
        if (account.Changes.Count > 0)
            return string.Join(". ", account.Changes);
        var (holds, at) = (WordList.Of(account.Details.Roles.Select(RoleNames.InSentence)), account.Details.Partnership?.Name);
        return account.Details.Active
            ? $"Account {(account.Version == 1 ? "made" : "changed")}: {holds}{(at is null ? "" : $", {at}")}"
            : "Account disabled";
    }

    // "ReturnSentBack": "Return sent back".
    private static string WhatOf(string contract)
    {
        var words = WordStart().Replace(contract, match => " " + match.Value.ToLowerInvariant());
        return words.StartsWith("Foi ", StringComparison.Ordinal) ? "FOI" + words[3..] : words;
    }

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex WordStart();
}
