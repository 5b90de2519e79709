using Platform.Contracts;

namespace Platform.Bids.Bidding;

/// <summary>What programs send of a bid; what they leave out is empty.</summary>
internal static class BidBodies
{
    /// <summary>A bid to start.</summary>
    /// <param name="Round">The round to bid in, by reference: CSP2025.</param>
    public sealed record NewBid(string? Round);

    /// <summary>Somebody who answers questions about a bid.</summary>
    /// <param name="Name">Full name.</param>
    /// <param name="Role">What they are at the partnership: "Community safety manager".</param>
    /// <param name="Email">E-mail address.</param>
    /// <param name="Phone">Telephone number.</param>
    public sealed record ContactBody(string? Name, string? Role, string? Email, string? Phone)
    {
        internal BidContact Read() => new(Name ?? "", Role ?? "", Email ?? "", Phone ?? "");
    }

    /// <summary>Whom to ask about a bid.</summary>
    /// <param name="Lead">Whom to ask first.</param>
    /// <param name="Finance">Whom to ask about money; left out where it is the same person.</param>
    public sealed record ContactsBody(ContactBody? Lead, ContactBody? Finance)
    {
        internal ContactAnswers Read() => new(Lead?.Read() ?? new("", "", "", ""), Finance?.Read() ?? new("", "", "", ""));
    }

    /// <summary>What the project is.</summary>
    /// <param name="Title">What the project is called.</param>
    /// <param name="Theme">One of the round's themes.</param>
    /// <param name="Summary">What it will do.</param>
    public sealed record ProjectBody(string? Title, string? Theme, string? Summary)
    {
        internal ProjectAnswers Read() => new(Title, Theme, Summary);
    }

    /// <summary>Why the project is needed.</summary>
    /// <param name="Need">Why it is needed, and how that is known.</param>
    /// <param name="Priority">The priority of the Problem Profile that it serves, by name; left out for none.</param>
    /// <param name="PlanAim">The aim of the Police and Crime Plan that it serves.</param>
    public sealed record NeedBody(string? Need, string? Priority, string? PlanAim)
    {
        internal NeedAnswers Read() => new(Need, Priority, PlanAim);
    }

    /// <summary>Where the project takes place.</summary>
    /// <param name="Areas">LSOA names or codes, also as people write them: "Leicester 023A, 023B and 023D".</param>
    /// <param name="Vintage">The census whose areas are meant, 2011 or 2021; left out where the areas show it.</param>
    public sealed record WhereBody(IReadOnlyList<string>? Areas, int? Vintage)
    {
        internal WhereAnswers Read() => new(Bidding.Areas.Read(string.Join('\n', Areas ?? []), Vintage), Vintage);
    }

    /// <summary>One of the things that the money is for.</summary>
    /// <param name="Name">What it is called.</param>
    /// <param name="Description">What is done, in a few sentences.</param>
    /// <param name="Kind">What sort it is: "CCTV", "Training".</param>
    /// <param name="From">The first day of its delivery; null for the round's.</param>
    /// <param name="To">The last day of its delivery; null for the round's.</param>
    /// <param name="ServesPriority">Whether it serves a priority of the Problem Profile, and so counts towards the required
    /// share.</param>
    /// <param name="Budget">What it costs, for each funding year and kind; a year in which it costs nothing is left out.</param>
    /// <param name="Outputs">What it promises in numbers; may be empty.</param>
    /// <param name="Assets">The lasting things that are to be bought.</param>
    /// <param name="Areas">LSOA names or codes; empty where it covers all of the bid's.</param>
    /// <param name="Priority">The priority that it serves, by name; left out where it serves none.</param>
    public sealed record InterventionBody(
        string? Name,
        string? Description,
        string? Kind,
        DateOnly? From,
        DateOnly? To,
        bool ServesPriority,
        IReadOnlyList<BudgetLine>? Budget,
        IReadOnlyList<Output>? Outputs,
        IReadOnlyList<Asset>? Assets,
        IReadOnlyList<string>? Areas,
        string? Priority = null
    )
    {
        internal InterventionAnswers Read(Guid id) =>
            new(
                new(id, Name ?? "", Description ?? "", Budget ?? [], Outputs ?? [], Bidding.Areas.Written(Areas ?? []))
                {
                    Kind = Kind ?? "",
                    From = From,
                    To = To,
                    ServesPriority = ServesPriority,
                    Priority = Priority ?? "",
                    Assets = Assets ?? [],
                }
            );
    }

    /// <summary>Match funding from one source for one year.</summary>
    /// <param name="Source">Who gives it.</param>
    /// <param name="Year">The financial year that it is for.</param>
    /// <param name="Kind">Cash or in kind.</param>
    /// <param name="Amount">How much, in pounds.</param>
    /// <param name="Committed">Whether it has been promised.</param>
    public sealed record MatchBody(string? Source, FinancialYear Year, MatchKind Kind, Money Amount, bool Committed)
    {
        internal MatchAnswers Read(Guid id) => new(new(id, Source ?? "", Year, Kind, Amount, Committed));
    }

    /// <summary>Whether a section is marked as complete.</summary>
    /// <param name="Complete">Whether the partnership calls the section complete.</param>
    public sealed record CompletedBody(bool Complete);

    /// <summary>What a bid is sent back for.</summary>
    /// <param name="Sections">The sections to be changed, each with a reason; at least one.</param>
    /// <param name="AnswerBy">The last day on which it can be submitted again.</param>
    public sealed record SendBackBidBody(IReadOnlyList<SectionNote?>? Sections, DateOnly AnswerBy);

    /// <summary>Why the lead gives a bid back.</summary>
    /// <param name="Reason">What is to be changed before it is submitted.</param>
    public sealed record GivenBackBody(string? Reason);

    /// <summary>A withdrawal.</summary>
    /// <param name="Reason">Why the bid is withdrawn.</param>
    public sealed record WithdrawalBody(string? Reason);

    /// <summary>Something that may go wrong.</summary>
    /// <param name="Description">What may happen.</param>
    /// <param name="Likelihood">How likely it is.</param>
    /// <param name="Impact">How bad it would be.</param>
    /// <param name="Mitigation">What is done about it.</param>
    /// <param name="Owner">Who watches it: a role or an organisation.</param>
    public sealed record RiskBody(string? Description, RiskLevel Likelihood, RiskLevel Impact, string? Mitigation, string? Owner)
    {
        internal RiskAnswers Read(Guid id) => new(new(id, Description ?? "", Likelihood, Impact, Mitigation ?? "", Owner ?? ""));
    }
}
