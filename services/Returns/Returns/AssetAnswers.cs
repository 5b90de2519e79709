using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>One thing that was bought: added or changed, or removed where <paramref name="Typed"/> is null.</summary>
internal sealed record AssetAnswers(Guid InterventionId, Guid AssetId, BoughtAsset? Typed)
    : LineAnswers(InterventionId, $"assets/{AssetId}")
{
    public const int LargestQuantity = 10_000;

    protected override IEnumerable<Problem> Problems(
        Intervention intervention,
        ReturnLine line,
        Return owed,
        GrantFigures figures,
        Programme programme
    )
    {
        if (Typed is null)
            yield break;
        foreach (
            var (field, name, text, optional) in new[]
            {
                (nameof(Typed.Kind), "what kind of thing it is", Typed.Kind, false),
                (nameof(Typed.Model), "the model", Typed.Model, true),
                (nameof(Typed.Description), "a description", Typed.Description, true),
                (nameof(Typed.Place), "where it is", Typed.Place, false),
            }
        )
        {
            var length = TypedText.Tidy(text).Length;
            if (length > 200 || (length == 0 && !optional))
                yield return new(field, $"Enter {name}, in 200 characters or less");
        }
        if (Typed.Quantity is < 1 or > LargestQuantity)
            yield return new(nameof(Typed.Quantity), "How many must be between 1 and 10,000");
        if (line.Assets.Count >= 100 && line.Assets.All(a => a.Id != AssetId))
            yield return new(nameof(Typed.Kind), "An intervention can have 100 things bought a quarter. Put those that are alike together");
    }

    protected override ReturnLine Apply(ReturnLine line, Intervention intervention)
    {
        if (Typed is null)
            return line with { Assets = [.. line.Assets.Where(a => a.Id != AssetId)] };
        var kept = new BoughtAsset(
            AssetId,
            TypedText.Line(Typed.Kind),
            TypedText.Line(Typed.Model),
            TypedText.Tidy(Typed.Description),
            Typed.Quantity,
            TypedText.Line(Typed.Place)
        );
        return line with
        {
            Assets = line.Assets.Any(a => a.Id == AssetId)
                ? [.. line.Assets.Select(a => a.Id == AssetId ? kept : a)]
                : [.. line.Assets, kept],
            AssetsSaid = true,
        };
    }
}

/// <summary>Says that the list has everything that was bought, even if that is nothing.</summary>
internal sealed record AssetsSaidAnswer(Guid InterventionId, bool Said) : LineAnswers(InterventionId, "assets-said")
{
    protected override IEnumerable<Problem> Problems(
        Intervention intervention,
        ReturnLine line,
        Return owed,
        GrantFigures figures,
        Programme programme
    ) => [];

    protected override ReturnLine Apply(ReturnLine line, Intervention intervention) => line with { AssetsSaid = Said };
}

/// <summary>A correction of an earlier quarter's figure; removed where <paramref name="Typed"/> is null.</summary>
internal sealed record AdjustmentAnswers(Guid InterventionId, Guid AdjustmentId, Adjustment? Typed)
    : LineAnswers(InterventionId, $"adjustments/{AdjustmentId}")
{
    protected override IEnumerable<Problem> Problems(
        Intervention intervention,
        ReturnLine line,
        Return owed,
        GrantFigures figures,
        Programme programme
    )
    {
        if (Typed is null)
            yield break;
        if (!figures.Accepted.Contains(Typed.Quarter))
            yield return new(nameof(Typed.Quarter), "Select an earlier quarter whose return was accepted");
        else if (
            (Typed.Kind is { } kind && !Enum.IsDefined(kind))
            || figures.Reported(Typed.Quarter, InterventionId, Typed.Kind, Typed.Indicator ?? "") is not { } reported
        )
            yield return new(nameof(Typed.Kind), "Select a figure that was reported for that quarter");
        else if (reported != Typed.Was)
            yield return new(nameof(Typed.Was), "The figure was corrected in the meantime. Check what is reported now");
        else if (Typed.Now == Typed.Was)
            yield return new(nameof(Typed.Now), "Enter a figure other than the one that was reported");
        if (Typed.Now < 0 || Typed.Now > Money.Largest.Pence || (Typed.Kind is null && Typed.Now > OutputAnswers.LargestQuantity))
            yield return new(nameof(Typed.Now), "Enter the right figure, 0 or more");
        if (
            line.Adjustments.Any(a =>
                a.Id != AdjustmentId && a.Quarter == Typed.Quarter && a.Kind == Typed.Kind && a.Indicator == (Typed.Indicator ?? "")
            )
        )
            yield return new(nameof(Typed.Kind), "That figure is corrected in this return already. Change that correction");
        if (TypedText.Tidy(Typed.Reason).Length is 0 or > Return.LongestReason)
            yield return new(nameof(Typed.Reason), "Enter why the figure was wrong, in 1,000 characters or less");
    }

    protected override ReturnLine Apply(ReturnLine line, Intervention intervention) =>
        line with
        {
            Adjustments =
            [
                .. line.Adjustments.Where(a => a.Id != AdjustmentId),
                .. Typed is null
                    ? []
                    : new[] { Typed with { Id = AdjustmentId, Indicator = Typed.Indicator ?? "", Reason = TypedText.Tidy(Typed.Reason) } },
            ],
        };
}
