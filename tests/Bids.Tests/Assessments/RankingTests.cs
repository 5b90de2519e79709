using System.Text;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Tests.Assessments;

[Rule]
public sealed class RankingTests
{
    private static readonly DateTimeOffset At = new(2025, 3, 10, 10, 0, 0, TimeSpan.Zero);
    private static readonly Criterion Only = new(Guid.NewGuid(), "Need", "", 1);
    private readonly List<Bid> bids = [];
    private readonly List<Moderation> agreed = [];

    [Fact]
    public void Of_TiesThresholdAndMoney_AreMarked()
    {
        var round = Round(threshold: 50, pounds: 10_000);
        Add(round, "RUT", 3, 4_000);
        Add(round, "MEL", 3, 4_000);
        Add(round, "BLA", 2, 3_000);
        Add(round, "HAR", 2, 1_000);
        Add(round, "CHA", 4, 2_000);
        Add(round, "LEI", 1, 500);
        var unassessed = Bid(round, "OAD");
        var ranking = Ranking.Of(round, bids, agreed);
        Assert.Equal(
            [
                "1 CHA £2,000 affordable",
                "2= MEL £6,000 affordable",
                "2= RUT £10,000 affordable",
                "4= BLA £13,000 too late",
                "4= HAR £14,000 too late",
                "6 LEI - below",
            ],
            ranking.Ranked.Select(r =>
                $"{r.Place}{(r.IsTied ? "=" : "")} {r.Bid.Partnership.Code} {r.Running?.ToString() ?? "-"} "
                + $"{(r.IsAffordable ? "affordable" : r.MeetsThreshold ? "too late" : "below")}"
            )
        );
        Assert.Equal([unassessed], ranking.Unassessed);
    }

    // A smaller bid further down does not overtake one that the money does not reach.
    [Fact]
    public void Of_SmallerBidAfterOneThatDoesNotFit_IsNotMovedUp()
    {
        var round = Round(threshold: 0, pounds: 5_000);
        Add(round, "MEL", 4, 6_000);
        Add(round, "RUT", 3, 10);
        Assert.All(Ranking.Of(round, bids, agreed).Ranked, r => Assert.False(r.IsAffordable));
    }

    [Fact]
    public void Of_NoMoneyNamed_ReachesAllAboveTheThreshold()
    {
        var round = Round(threshold: 75, pounds: null);
        Add(round, "MEL", 3, 6_000);
        Add(round, "RUT", 2, 10);
        Assert.Equal([true, false], Ranking.Of(round, bids, agreed).Ranked.Select(r => r.IsAffordable));
    }

    // Trap: cells that a spreadsheet would execute, and separators in what people type.
    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM", "\"'@SUM\"")]
    [InlineData("Lights, locks", "\"Lights, locks\"")]
    [InlineData("Plain = plain", "Plain = plain")]
    public void Csv_TextThatASpreadsheetWouldRun_IsGuarded(string title, string cell)
    {
        var round = Round(threshold: 50, pounds: 10_000);
        Add(round, "MEL", 3, 4_000.50m, title);
        Assert.Equal(
            $"1,no,CSP2025-MEL-01,Melton,{cell},75,yes,9000,4000.5,4000.5,yes",
            Encoding.UTF8.GetString(RankingFile.Csv(Ranking.Of(round, bids, agreed))).Split("\r\n")[1]
        );
    }

    [Fact]
    public void Csv_BeginsWithAByteOrderMark() =>
        Assert.StartsWith(
            "EFBBBF506C616365", // "Place"
            Convert.ToHexString(RankingFile.Csv(Ranking.Of(Round(threshold: 50, pounds: 10_000), bids, agreed)))
        );

    private static Round Round(int threshold, decimal? pounds) =>
        GivenModel.Round(
            GivenModel.NewRound() with
            {
                Criteria = [Only],
                ThresholdPercent = threshold,
                Available = pounds is { } p ? Money.FromPounds(p) : null,
            }
        );

    private Bid Bid(Round round, string partnership, string title = "Safer streets")
    {
        var bid = Bids.Bidding.Bid.Start(round.Window(), Partnership.Get(partnership), 1, GivenModel.Ann, round.OpensAt).Value;
        foreach (var answers in GivenModel.Rest.Where(a => a is not WhereAnswers))
            Assert.Equal(Result.Done, bid.Save(answers, round.Window(), bid.Version, GivenModel.Ann, round.OpensAt));
        Assert.Equal(Result.Done, bid.Save(GivenModel.Project(title), round.Window(), bid.Version, GivenModel.Ann, round.OpensAt));
        Assert.Equal(
            Result.Done,
            bid.Save(
                new WhereAnswers(new([Lsoa.All.First(a => a.District.Name == bid.Partnership.Districts[0]).Name], []), 2021),
                round.Window(),
                bid.Version,
                GivenModel.Ann,
                round.OpensAt
            )
        );
        Assert.Equal(
            Result.Done,
            bid.Save(
                new InterventionAnswers(GivenModel.Hardening() with { Areas = [] }),
                round.Window(),
                bid.Version,
                GivenModel.Ann,
                round.OpensAt
            )
        );
        Assert.Equal(Result.Done, bid.Submit(round.Window(), null, [], GivenModel.Ann, round.OpensAt).Outcome);
        bid.Assign(GivenModel.Olu, At);
        bids.Add(bid);
        return bid;
    }

    private void Add(Round round, string partnership, int score, decimal pounds, string title = "Safer streets")
    {
        var bid = Bid(round, partnership, title);
        var assessment = Assessment.Assign(
            bid,
            KnownPerson.From(new(Guid.NewGuid(), 1, At, Person.Platform, new("Sam", "", null, [Roles.Assessor], true))),
            GivenModel.Olu,
            At
        );
        assessment.Declare(false, null, 1, At);
        assessment.Score([new(Only.Id, score, "Y")], true, round.Criteria, 2, At);
        var moderation = Moderation.Of(bid);
        var award = ModerationAnswers.AsAsked(bid.Content)[0] with { Amount = Money.FromPounds(pounds) };
        Assert.Equal(
            Result.Done,
            moderation.Agree(new([new(Only.Id, score, "Y")], [award], null, null), bid, round, [assessment], 0, GivenModel.Olu, At)
        );
        agreed.Add(moderation);
    }
}
