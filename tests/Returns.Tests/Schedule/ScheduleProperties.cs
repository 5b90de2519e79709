using FsCheck;
using FsCheck.Fluent;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Schedule;

[Rule]
public class ScheduleProperties
{
    private static readonly DateOnly Start = new(2019, 1, 1);

    private static readonly Gen<DueRule> Rules = Gen.OneOf(
        Gen.Constant(new DueRule(DueRuleKind.LastDayOfMonthAfter)),
        Gen.Constant(new DueRule(DueRuleKind.SecondFridayOfMonthAfter)),
        Gen.Choose(1, 40).Select(days => new DueRule(DueRuleKind.WorkingDaysAfterQuarter, days))
    );

    private static readonly Gen<(DateOnly From, DateOnly To, DateOnly Made, DueRule Rule)> Grants =
        from begins in Gen.Choose(0, 5000)
        from length in Gen.Choose(0, 1200)
        from made in Gen.Choose(-200, 400)
        from rule in Rules
        select (Start.AddDays(begins), Start.AddDays(begins + length), Start.AddDays(begins + made), rule);

    [Fact]
    public void Schedule_AnyDeliveryPeriod_CoversEachOfItsDaysOnceAndInOrder() =>
        Holds(
            (grant, returns) =>
            {
                for (var day = grant.From; day <= grant.To; day = day.AddDays(1))
                    if (returns.Count(r => r.Quarter.From <= day && day <= r.Quarter.To) != 1)
                        return false;
                return returns.All(r => r.Quarter.From <= grant.To && r.Quarter.To >= grant.From)
                    && returns.Zip(returns.Skip(1)).All(pair => pair.First.Quarter.To.AddDays(1) == pair.Second.Quarter.From);
            }
        );

    [Fact]
    public void Schedule_AnyGrant_OpensTheDayAfterTheQuarterAndIsFair() =>
        Holds(
            (grant, returns) =>
                returns.All(r =>
                    r.OpensOn == r.Quarter.To.AddDays(1)
                    && r.DueOn >= r.OpensOn
                    && r.DueOn >= grant.Rule.DueOn(r.Quarter)
                    && WorkingDays.Between(grant.Made, r.DueOn) >= Return.FairNotice
                )
        );

    [Fact]
    public void Schedule_AnyGrant_IsLaterThanTheRuleOnlyWhereFairnessAsks() =>
        Holds(
            (grant, returns) =>
                returns.All(r => r.DueOn == grant.Rule.DueOn(r.Quarter) || WorkingDays.Between(grant.Made, r.DueOn) == Return.FairNotice)
        );

    private static void Holds(Func<(DateOnly From, DateOnly To, DateOnly Made, DueRule Rule), IReadOnlyList<Return>, bool> law) =>
        Prop.ForAll(
                Grants.ToArbitrary(),
                grant =>
                {
                    var made = Given.Grant(grant.From, grant.To, London.At(grant.Made, new(15, 0)));
                    return law(grant, Given.Schedule(made, grant.Rule));
                }
            )
            .QuickCheckThrowOnFailure();
}
