using Platform.Contracts;

namespace Platform.Notifications.Tests.Fixtures;

/// <summary>Events as other services publish them, about Melton's grant.</summary>
internal static class Given
{
    public static readonly Partnership Melton = Partnership.Get("MEL");
    public static readonly Partnership Rutland = Partnership.Get("RUT");
    public static readonly Person Sam = new(Guid.Parse("0198a000-0000-7000-8000-000000000001"), "Sam Carter");

    public static ContactChanged Contact(Person person, Partnership? partnership, params string[] roles) =>
        new(person.UserId, 1, NotificationsHost.Start, Person.Platform, new(person.Name, Address(person), partnership, roles, true));

    public static Person Somebody(string name) => new(Guid.NewGuid(), name);

    public static string Address(Person person) => person.Name.ToLowerInvariant().Replace(" ", ".") + "@melton.example";

    public static ReturnDetails Return(DateOnly? due = null, int quarter = 3, string title = "Target hardening") =>
        new(
            Guid.NewGuid(),
            "CSP2024-MEL-01",
            "Community safety fund",
            title,
            Melton,
            new(new(2024), quarter),
            new(2025, 1, 1),
            due ?? new(2025, 1, 31),
            ReturnState.Open,
            [],
            null,
            null
        );

    public static ReturnChased Chased(int workingDays, params string[] audience) => Chased(Guid.NewGuid(), workingDays, audience);

    public static ReturnChased Chased(Guid id, int workingDays, params string[] audience) =>
        new(id, 2, NotificationsHost.Start, Person.Platform, Return(), new(workingDays, audience));

    public static ReturnSubmitted Submitted(Person by, int version = 5) =>
        new(Guid.NewGuid(), version, NotificationsHost.Start, by, Return());

    public static BidDetails Bid(BidState state) =>
        new(
            Guid.NewGuid(),
            "CSP2025-MEL-03",
            Melton,
            state,
            new()
            {
                Title = "Safer streets",
                Theme = "ASB",
                Summary = "Less of it.",
                Interventions = [Hardening],
            },
            null
        );

    public static GrantMade Grant() =>
        new(
            Guid.NewGuid(),
            1,
            NotificationsHost.Start,
            Somebody("Commissioner"),
            new(
                Guid.NewGuid(),
                "CSP2025-MEL-03",
                "Community safety fund",
                Melton,
                "Safer streets",
                "EXE005-24",
                new(2025, 4, 1),
                new(2026, 3, 31),
                [Hardening]
            )
        );

    public static RoundDetails Round(params IReadOnlyList<Partnership> invited) =>
        new(
            "CSP2025",
            "Community safety fund",
            "Community safety fund 2025/26",
            London.StartOf(new(2024, 12, 2)),
            London.EndOf(new(2025, 2, 28)),
            new(2025, 4, 1),
            new(2026, 3, 31),
            null,
            0,
            ["ASB"],
            false
        )
        {
            Invited = invited,
        };

    public static Standing Standing(Partnership partnership, int submitted = 0, int drafts = 0, DateOnly? until = null) =>
        new(partnership, submitted, drafts, London.EndOf(until ?? new(2025, 2, 28)));

    public static ExtensionDetails Extension(ExtensionState state) =>
        new(
            Guid.NewGuid(),
            "CSP2025",
            "Community safety fund 2025/26",
            Melton,
            state,
            "Our lead is ill.",
            state == ExtensionState.Granted ? London.EndOf(new(2025, 3, 7)) : null,
            state == ExtensionState.Requested ? "" : "Get well soon."
        );

    public static BidDetails SentBack() =>
        Bid(BidState.SentBack) with
        {
            SentBack = [new(BidSections.Risks, "Say who watches them.")],
            AnswerBy = London.EndOf(new(2025, 2, 14)),
        };

    public static BidSentBack SentBackEvent() => new(Guid.NewGuid(), 8, NotificationsHost.Start, Somebody("Officer"), SentBack());

    public static AssessmentDetails Assessment(Person assessor, string? interest = null) =>
        new(Guid.NewGuid(), "CSP2025-MEL-03", assessor, interest is null ? AssessmentState.Assigned : AssessmentState.Conflicted, interest);

    public static DecisionDetails Record(DecisionStep step) =>
        new(
            "EXE005-25",
            "Safer Streets 5 Interventions",
            step == DecisionStep.Decided ? Decision.Supported : null,
            null,
            ["CSP2025-MEL-03"]
        )
        {
            Step = step,
        };

    /// <summary>As in seed 001: a cut of the money, and of the target with it; a second intervention is gone.</summary>
    public static GrantVaried Varied()
    {
        var (made, gone) = (Grant(), Hardening with { Id = Guid.NewGuid(), Name = "Campaign" });
        var hardening = made.Details.Interventions[0];
        var variation = new Variation(
            1,
            new(2025, 6, 1),
            "The Home Office reduced year 2.",
            null,
            [
                new(hardening.Id, new(2025), SpendKind.Revenue, Money.FromPounds(93_750), Money.FromPounds(43_750)),
                new(gone.Id, new(2025), SpendKind.Capital, Money.FromPounds(11_000), Money.Zero),
            ],
            [new(hardening.Id, "homes", 1300, 130, new(2025)), new(gone.Id, "posters", 40, 0, null)],
            Somebody("Alex"),
            new(2026, 6, 30)
        );
        return new(
            made.Id,
            3,
            NotificationsHost.Start,
            variation.By,
            made.Details with
            {
                Original = [hardening, gone],
                Variations = [variation],
            },
            variation
        );
    }

    public static ViewReported ViewReported(Person owner) =>
        new(
            Guid.NewGuid(),
            2,
            NotificationsHost.Start,
            Person.Platform,
            new(owner, "Who owes us", "Overdue returns", "/reports/overdue?partnership=MEL", true),
            "1 return is overdue.",
            [
                ["Partnership", "Working days overdue"],
                ["Melton", "31"],
            ],
            0
        )
        {
            Csv = "\uFEFFPartnership,Working days overdue\r\nMelton,31\r\n",
        };

    public static GrantAccepted Accepted()
    {
        var made = Grant();
        return new(made.Id, 2, NotificationsHost.Start, Sam, made.Details with { AcceptedAt = NotificationsHost.Start, AcceptedBy = Sam });
    }

    private static Intervention Hardening =>
        new(
            Guid.NewGuid(),
            "Target hardening",
            "Locks.",
            [new(new(2025), SpendKind.Revenue, Money.FromPounds(16_875))],
            [new("homes", 130, TargetKind.UpTo)],
            []
        );
}
