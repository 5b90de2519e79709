using Platform.Contracts;

namespace Platform.Returns.Returns;

/// <summary>What programs send. What is left out counts as not answered.</summary>
internal static class ReturnBodies
{
    public sealed record DeclinedBody(string? Reason);

    public sealed record NilBody(string? Reason)
    {
        internal NilAnswers Read() => new(Reason);
    }

    public sealed record OutcomesBody(string? Outcomes, string? Risks)
    {
        internal OutcomeAnswers Read() => new(Outcomes, Risks);
    }

    public sealed record MatchReceivedBody(IReadOnlyList<MatchReceived?>? Received)
    {
        internal MatchAnswers Read() => new(Received ?? []);
    }

    public sealed record UnderspendBody(Money? Underspend, string? UnderspendProposal)
    {
        internal UnderspendAnswers Read() => new(Underspend, UnderspendProposal);
    }

    public sealed record RatingBody(Rating? Rating, string? RatingReason)
    {
        internal RatingAnswers Read() => new(Rating, RatingReason);
    }

    /// <summary>A thing that was bought, with its id if the client has one.</summary>
    public sealed record AssetBody(Guid? Id, string? Kind, string? Model, string? Description, int Quantity, string? Place);

    /// <summary>A correction, with its id if the client has one.</summary>
    public sealed record AdjustmentBody(Guid? Id, Quarter Quarter, SpendKind? Kind, string? Indicator, long Was, long Now, string? Reason);

    /// <summary>All that a return says of one intervention. Bought things and corrections that are left out are removed.</summary>
    public sealed record LineBody(
        DeliveryStatus? Status,
        string? Narrative,
        Money? Capital,
        Money? Revenue,
        IReadOnlyList<Achievement?>? Achieved,
        IReadOnlyList<Forecast?>? Forecasts,
        string? VarianceReason,
        string? Explanation,
        IReadOnlyList<AssetBody?>? Assets,
        IReadOnlyList<AdjustmentBody?>? Adjustments
    )
    {
        /// <summary>Its parts, each with its place. Corrections come before spending, which is checked with them.</summary>
        internal IEnumerable<(string Place, PartAnswers Answers)> Parts(Guid intervention, Return now)
        {
            var (assets, adjustments) = (
                (Assets ?? []).OfType<AssetBody>().Select(a => (Id: a.Id ?? Guid.CreateVersion7(), Body: a)).ToList(),
                (Adjustments ?? []).OfType<AdjustmentBody>().Select(a => (Id: a.Id ?? Guid.CreateVersion7(), Body: a)).ToList()
            );
            var line = now.Line(intervention) ?? PartAnswers.Unsaid(intervention);
            yield return ("", new ProgressAnswers(intervention, Status, Narrative));
            foreach (var gone in line.Adjustments.Select(a => a.Id).Except(adjustments.Select(a => a.Id)))
                yield return ("adjustments", new AdjustmentAnswers(intervention, gone, null));
            foreach (var (i, (id, a)) in adjustments.Index())
                yield return (
                    $"adjustments[{i}]",
                    new AdjustmentAnswers(intervention, id, new(id, a.Quarter, a.Kind, a.Indicator ?? "", a.Was, a.Now, a.Reason ?? ""))
                );
            yield return ("", new SpendingAnswers(intervention, Capital, Revenue, Forecasts ?? [], VarianceReason));
            yield return ("", new OutputAnswers(intervention, Achieved ?? []));
            foreach (var gone in line.Assets.Select(a => a.Id).Except(assets.Select(a => a.Id)))
                yield return ("assets", new AssetAnswers(intervention, gone, null));
            foreach (var (i, (id, a)) in assets.Index())
                yield return (
                    $"assets[{i}]",
                    new AssetAnswers(intervention, id, new(id, a.Kind ?? "", a.Model ?? "", a.Description ?? "", a.Quantity, a.Place ?? ""))
                );
            yield return ("", new AssetsSaidAnswer(intervention, true));
            yield return ("", new ExplanationAnswers(intervention, Explanation));
        }
    }

    /// <summary>An intervention of the grant, with all its answers.</summary>
    public sealed record WholeLine(Guid InterventionId, LineBody? Answers);

    /// <summary>A return, or the sections of it to replace: a section that is left out stays as it is.</summary>
    public sealed record WholeReturn(
        IReadOnlyList<WholeLine?>? Lines,
        OutcomesBody? Outcomes,
        MatchReceivedBody? MatchFunding,
        UnderspendBody? Underspend,
        RatingBody? Rating,
        NilBody? Nil
    )
    {
        internal IEnumerable<(string Place, PartAnswers Answers)> Parts(Return now)
        {
            foreach (var (i, line) in (Lines ?? []).Index())
                if (line?.Answers is { } answers)
                    foreach (var (place, part) in answers.Parts(line.InterventionId, now))
                        yield return ($"lines[{i}].answers{(place.Length > 0 ? "." + place : "")}", part);
            if (Outcomes is not null)
                yield return ("outcomes", Outcomes.Read());
            if (MatchFunding is not null)
                yield return ("matchFunding", MatchFunding.Read());
            if (Underspend is not null)
                yield return ("underspend", Underspend.Read());
            if (Rating is not null)
                yield return ("rating", Rating.Read());
            if (Nil is not null)
                yield return ("nil", Nil.Read());
        }
    }
}
