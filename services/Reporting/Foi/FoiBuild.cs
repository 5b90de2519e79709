using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Foi;

/// <summary>What a draft is to be built from: the interventions, what answers each question, and what is left out.</summary>
internal sealed record FoiBuild(
    string? Programme,
    IReadOnlyList<Guid> Interventions,
    IReadOnlyList<AnswerSource> Sources,
    IReadOnlyList<Withholding> Withholdings
)
{
    public IReadOnlyList<Problem> Problems(FoiDetails request, IReadOnlyList<FoiProject> projects)
    {
        var problems = new List<Problem>();
        if (projects.Count == 0)
            problems.Add(new(nameof(Interventions), "Select at least one intervention"));
        if (Sources.Count != request.Questions.Count)
            problems.Add(new(nameof(Sources), $"Say what answers each of the {request.Questions.Count} questions"));
        else if (Sources.All(s => s == AnswerSource.OwnWords))
            problems.Add(new(nameof(Sources) + "[0]", "Select what a question is answered with, or write the answer yourself"));
        foreach (var (withheld, i) in Withholdings.Select((w, i) => (w, i)))
        {
            if (withheld.Fields.Count == 0)
                continue;
            if (Exemption.Find(withheld.Section) is not { } exemption)
                problems.Add(
                    new(
                        $"Withholdings[{i}].Section",
                        "Select the exemption under which you withhold "
                            + (withheld.Kind == Withholding.Areas ? "" : WordList.Of(withheld.Fields) + " of ")
                            + CameraWords.Plural(withheld.Kind)
                    )
                );
            else if (exemption.IsQualified && TypedText.Tidy(withheld.Reason).Length == 0)
                problems.Add(
                    new(
                        $"Withholdings[{i}].Reason",
                        $"Enter why the public interest is in withholding it: section {withheld.Section} is qualified"
                    )
                );
            else if (exemption.Section == Exemption.OtherMeans)
                problems.Add(new($"Withholdings[{i}].Section", "Section 21 needs an address: write it with the answer, after this page"));
        }
        return problems;
    }

    public IReadOnlyList<FoiAnswer> Answers(FoiDetails request, IReadOnlyList<FoiProject> projects)
    {
        var data = new AnswerFromData(projects, [.. Withholdings.Where(w => w.Fields.Count > 0)]);
        return
        [
            .. Sources.Select(
                (source, i) => source == AnswerSource.OwnWords && i < request.Answers.Count ? request.Answers[i] : data.Of(source)
            ),
        ];
    }
}
