using Platform.Contracts;
using static Platform.Reporting.Tests.Papers.PaperGiven;

namespace Platform.Reporting.Tests.Papers;

[Rule]
public sealed class PaperDocumentTests
{
    [Fact]
    public void Headings_AreSeed004s() =>
        Assert.Equal(
            [
                "Background",
                "Notable developments and challenges",
                "Past year",
                "Coming year",
                "Key issues for partnership working or affecting partners",
                "Issues in local areas",
                "Recommendations for the board",
                "Officer to contact",
            ],
            PaperDocument.Of(Written()).OfType<PaperHeading>().Select(h => h.Text)
        );

    [Fact]
    public void Words_FollowOrReplace_WhatDataSays()
    {
        var paper = Written(FiguresOf(Intervention("Streetvibe")));
        paper.Write(PaperParts.Delivery("SS5-MEL-01"), false, "First.\n\nSecond:\n- one\n- two\n  goes on", paper.Version, Sam, At);
        var following = Paragraphs(paper);
        Assert.StartsWith("Safer Streets 5 in Melton is being delivered; no element is complete yet.", following[1].Text);
        Assert.Equal(["First.", "Second:"], following[2..4].Select(p => p.Text));
        Assert.Equal(["one", "two goes on"], following[3].Items);
        paper.Write(PaperParts.Delivery("SS5-MEL-01"), true, "Mine.", paper.Version, Sam, At);
        Assert.Equal("Mine.", Paragraphs(paper)[1].Text);
        Assert.Equal(Enumerable.Range(1, Paragraphs(paper).Count), Paragraphs(paper).Select(p => p.Number!.Value));
    }

    [Theory]
    [InlineData(2, 2, "Safer Streets 5 in Melton is complete with all elements delivered.")]
    [InlineData(
        2,
        3,
        "The majority of Safer Streets 5 has been delivered in Melton, with now only C remaining. 2 of 3 interventions are complete."
    )]
    [InlineData(1, 3, "Safer Streets 5 in Melton is partly delivered. 1 of 3 interventions is complete; B and C remain.")]
    [InlineData(0, 2, "Safer Streets 5 in Melton is being delivered; no element is complete yet.")]
    public void Delivery_SaysHowFar(int done, int all, string text) =>
        Assert.StartsWith(
            text,
            DeliveryWords
                .Of(
                    Grant([
                        .. Enumerable
                            .Range(0, all)
                            .Select(i =>
                                Intervention(((char)('A' + i)).ToString(), i < done ? DeliveryStatus.Complete : DeliveryStatus.OnTrack)
                            ),
                    ]),
                    FiguresOf()
                )
                .Text
        );

    [Fact]
    public void Delivery_WithoutAReturn_SaysSo() =>
        Assert.StartsWith(
            "Nothing has been reported of Safer Streets 5 in Melton yet. Delivery ends on 31 March 2025.",
            DeliveryWords.Of(Grant(Intervention("Streetvibe", null)) with { LastQuarter = null }, FiguresOf()).Text
        );

    [Theory]
    [InlineData(DeliveryStatus.Complete, 130, 130, "A: up to 130 homes. Completed.")]
    [InlineData(DeliveryStatus.Complete, 130, 149, "A: up to 130 homes. Completed (achieved 149, 19 above target).")]
    [InlineData(DeliveryStatus.Complete, 130, 100, "A: up to 130 homes. Completed (achieved 100, 30 short of it).")]
    [InlineData(DeliveryStatus.OnTrack, 1300, 1100, "A: up to 1,300 homes. Under way: 1,100 so far, 200 to go.")]
    [InlineData(DeliveryStatus.OnTrack, 400, 700, "A: up to 400 homes. Under way: 700 so far, 300 above target.")]
    [InlineData(DeliveryStatus.Delayed, 7, 0, "A: up to 7 homes. Delayed: none so far.")]
    public void Item_TargetAndAchieved(DeliveryStatus status, int target, long achieved, string item) =>
        Assert.Equal(item, Assert.Single(DeliveryWords.Of(Grant(Intervention("A", status, target, achieved)), FiguresOf()).Items));

    [Fact]
    public void Rounds_OpenAndStillToOpen()
    {
        var round = new PaperRound(
            "CSF",
            "the Commissioner’s Safety Fund",
            London.StartOf(new(2025, 1, 2)),
            London.EndOf(new(2025, 2, 28)),
            new(2025, 4, 1),
            Money.FromPounds(10_000),
            0,
            []
        );
        Assert.Equal(
            "We are opening the Commissioner’s Safety Fund, which will be available from 2 January 2025. Bids need to be in by "
                + "11:59:59pm on Friday 28 February 2025. Each bid can ask for up to £10,000.",
            FigureWords.Of(round, FiguresOf())
        );
        Assert.EndsWith(
            "2 bids have been submitted so far, by Blaby and Melton.",
            FigureWords.Of(
                round with
                {
                    OpensAt = At,
                    Submitted = 2,
                    Bidders = [Partnership.Get("BLA"), Partnership.Get("MEL")],
                },
                FiguresOf()
            )
        );
        Assert.DoesNotContain("underspends", FigureWords.Of(round with { OpensAt = At, DeliveryFrom = new(2025, 3, 1) }, FiguresOf()));
    }

    [Fact]
    public void Overdue_NoReturnOrOne_SaysSo()
    {
        Assert.Equal("Every quarterly return that was due has come in.", FigureWords.Overdue(FiguresOf()).Text);
        var (text, items) = FigureWords.Overdue(FiguresOf() with { Overdue = [Overdue(named: true)] });
        Assert.StartsWith("Melton has not returned quarterly returns", text);
        Assert.EndsWith("1 return is overdue:", text);
        Assert.EndsWith("Last reminder unanswered; payment held.", items[0]);
    }

    [Fact]
    public void Money_IsAnEstimate_ThatSaysWhatItCountsAsSpent()
    {
        var figures = FiguresOf() with
        {
            Money =
            [
                new(
                    "Safer Streets 5",
                    new(2024),
                    Money.FromPounds(250),
                    Money.FromPounds(200),
                    Money.FromPounds(90),
                    Money.FromPounds(50),
                    Money.FromPounds(20),
                    Money.FromPounds(40),
                    Money.Zero
                ),
            ],
        };
        var (text, items) = FigureWords.Money(figures);
        Assert.Equal(
            "Of the £200 granted for 2024/25, £90 has been spent by the returns that have come in. The year is estimated to end with £40 "
                + "underspent:",
            text
        );
        Assert.Equal(
            [
                "Safer Streets 5: £90 spent of £200 (£250 at first). It is estimated to end with £40 underspent, taking £20 as spent in "
                    + "quarters of which nothing has been reported.",
            ],
            items
        );
        var both = figures with { Money = [figures.Money[0] with { Overspend = Money.FromPounds(5) }] };
        Assert.EndsWith("end with £40 underspent by some grants and £5 overspent by others:", FigureWords.Money(both).Text);
    }

    private static List<PaperParagraph> Paragraphs(BoardPaper paper) =>
        [.. PaperDocument.Of(paper).OfType<PaperParagraph>().Where(p => p.Number is not null)];
}
