using Platform.Contracts;

namespace Platform.Bids.Bidding;

/// <summary>What programs send of a bid; what they leave out is empty.</summary>
internal static class BidBodies
{
    public sealed record NewBid(string? Round);

    public sealed record ContactBody(string? Name, string? Role, string? Email, string? Phone)
    {
        internal BidContact Read() => new(Name ?? "", Role ?? "", Email ?? "", Phone ?? "");
    }

    public sealed record ContactsBody(ContactBody? Lead, ContactBody? Finance)
    {
        internal ContactAnswers Read() => new(Lead?.Read() ?? new("", "", "", ""), Finance?.Read() ?? new("", "", "", ""));
    }

    public sealed record ProjectBody(string? Title, string? Theme, string? Summary)
    {
        internal ProjectAnswers Read() => new(Title, Theme, Summary);
    }

    public sealed record NeedBody(string? Need, string? Priority, string? PlanAim)
    {
        internal NeedAnswers Read() => new(Need, Priority, PlanAim);
    }

    public sealed record WhereBody(IReadOnlyList<string>? Areas, int? Vintage)
    {
        internal WhereAnswers Read(AreaTable table) => new(Bidding.Areas.Read(string.Join('\n', Areas ?? []), table), Vintage);
    }

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
        internal InterventionAnswers Read(Guid id, AreaTable table) =>
            new(
                new(id, Name ?? "", Description ?? "", Budget ?? [], Outputs ?? [], [.. (Areas ?? []).Select(a => table.NameOf(a ?? ""))])
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

    public sealed record MatchBody(string? Source, FinancialYear Year, MatchKind Kind, Money Amount, bool Committed)
    {
        internal MatchAnswers Read(Guid id) => new(new(id, Source ?? "", Year, Kind, Amount, Committed));
    }

    public sealed record CompletedBody(bool Complete);

    public sealed record SendBackBidBody(IReadOnlyList<SectionNote>? Sections, DateOnly AnswerBy);

    public sealed record WithdrawalBody(string? Reason);

    public sealed record RiskBody(string? Description, RiskLevel Likelihood, RiskLevel Impact, string? Mitigation, string? Owner)
    {
        internal RiskAnswers Read(Guid id) => new(new(id, Description ?? "", Likelihood, Impact, Mitigation ?? "", Owner ?? ""));
    }
}
