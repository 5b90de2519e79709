using Platform.Contracts;

namespace Platform.Returns.Returns;

/// <summary>What programs send; what they leave out counts as not answered.</summary>
internal static class ReturnBodies
{
    /// <summary>Why a return is not certified.</summary>
    /// <param name="Reason">What is to be changed before it is handed over again.</param>
    public sealed record DeclinedBody(string? Reason);

    /// <summary>Nothing to report.</summary>
    /// <param name="Reason">Why there is nothing to report; left out or empty where there is something after all.</param>
    public sealed record NilBody(string? Reason)
    {
        internal NilAnswers Read() => new(Reason);
    }

    /// <summary>The quarter in words.</summary>
    /// <param name="Outcomes">What changed for people.</param>
    /// <param name="Risks">What may go wrong from here.</param>
    public sealed record OutcomesBody(string? Outcomes, string? Risks)
    {
        internal OutcomeAnswers Read() => new(Outcomes, Risks);
    }

    /// <summary>Match funding.</summary>
    /// <param name="Received">What others gave in the quarter, source by source; an empty list where they gave nothing.</param>
    public sealed record MatchReceivedBody(IReadOnlyList<MatchReceived?>? Received)
    {
        internal MatchAnswers Read() => new(Received ?? []);
    }

    /// <summary>Money that will not be used.</summary>
    /// <param name="Underspend">How much of the year's money will not be used; 0 for none.</param>
    /// <param name="UnderspendProposal">What is proposed for it; needed where there is some.</param>
    public sealed record UnderspendBody(Money? Underspend, string? UnderspendProposal)
    {
        internal UnderspendAnswers Read() => new(Underspend, UnderspendProposal);
    }

    /// <summary>The grant as a whole.</summary>
    /// <param name="Rating">How the grant is going.</param>
    /// <param name="RatingReason">Why it has that rating.</param>
    public sealed record RatingBody(Rating? Rating, string? RatingReason)
    {
        internal RatingAnswers Read() => new(Rating, RatingReason);
    }

    /// <summary>A thing that was bought, with its id if the client has one.</summary>
    /// <param name="Id">The one to replace, by id; left out for a new one.</param>
    /// <param name="Kind">What kind of thing it is: "CCTV camera".</param>
    /// <param name="Model">Make and model; left out where it has none.</param>
    /// <param name="Description">What it is, in a few words.</param>
    /// <param name="Quantity">How many, 1 or more.</param>
    /// <param name="Place">Where it is: an LSOA, a street, "kept at the police station".</param>
    public sealed record AssetBody(Guid? Id, string? Kind, string? Model, string? Description, int Quantity, string? Place);

    /// <summary>A correction, with its id if the client has one.</summary>
    /// <param name="Id">The one to replace, by id; left out for a new one.</param>
    /// <param name="Quarter">The earlier quarter, whose return was accepted.</param>
    /// <param name="Kind">The kind of spending; null where it is an output.</param>
    /// <param name="Indicator">The output, in the grant's words; left out where it is spending.</param>
    /// <param name="Was">The figure that was reported: pence for spending, a number for an output.</param>
    /// <param name="Now">The right figure, in the same unit.</param>
    /// <param name="Reason">Why the figure was wrong.</param>
    public sealed record AdjustmentBody(Guid? Id, Quarter Quarter, SpendKind? Kind, string? Indicator, long Was, long Now, string? Reason);

    /// <summary>What a return says about one intervention. Things bought and corrections that are left out are removed.</summary>
    /// <param name="Status">How it is going.</param>
    /// <param name="Narrative">What happened in the quarter.</param>
    /// <param name="Capital">Spent in the quarter on things that last.</param>
    /// <param name="Revenue">Spent in the quarter on running costs.</param>
    /// <param name="Achieved">What the quarter added to each output, or what it stood at where quarters do not add up.</param>
    /// <param name="Forecasts">What is to be spent in each later quarter of the financial year.</param>
    /// <param name="VarianceReason">Why the year will end far from what was granted; needed beyond the programme's threshold.</param>
    /// <param name="Explanation">Why figures that look odd are right.</param>
    /// <param name="Assets">The lasting things bought in the quarter; an empty list says that there were none.</param>
    /// <param name="Adjustments">Corrections of earlier quarters' figures.</param>
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
        /// <summary>Its parts, each with its place in the request. Corrections come before spending, which is checked with them.</summary>
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
    /// <param name="InterventionId">The intervention of the grant, by id.</param>
    /// <param name="Answers">Everything that the return says about it.</param>
    public sealed record WholeLine(Guid InterventionId, LineBody? Answers);

    /// <summary>A return, or the sections of it to replace: a section that is left out stays as it is.</summary>
    /// <param name="Lines">What is reported about each intervention.</param>
    /// <param name="Outcomes">The quarter in words.</param>
    /// <param name="MatchFunding">What others gave.</param>
    /// <param name="Underspend">Money that will not be used.</param>
    /// <param name="Rating">How the grant is going as a whole.</param>
    /// <param name="Nil">That there is nothing to report, and why.</param>
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
