using Npgsql;
using Platform.Contracts;

namespace Platform.Benchmarks;

/// <summary>
/// Ten years of a country's reports, as events would have left them: 15,000 grants of 350 partnerships, 500,000 returns, 5,000,000
/// figures.
/// </summary>
internal static class ReportingData
{
    public const int Partnerships = 350;
    private const int Grants = 15_000;
    private const int Quarters = 33;

    /// <summary>"AAA", "AAB" ...: a code for each.</summary>
    public static string Code(int index) => new([(char)('A' + index / 676 % 26), (char)('A' + index / 26 % 26), (char)('A' + index % 26)]);

    /// <summary>The partnerships as a file that every process reads: those of the demonstration, and 350 more.</summary>
    public static string PartnershipsFile
    {
        get
        {
            using var own = new StreamReader(typeof(Partnership).Assembly.GetManifestResourceStream("partnerships.json")!);
            return own.ReadToEnd().TrimEnd().TrimEnd(']')
                + ","
                + string.Join(
                    ",",
                    Enumerable
                        .Range(0, Partnerships)
                        .Select(i =>
                            $$"""
                                {"code":"{{Code(i)}}","name":"Partnership {{i + 1:000}} of area {{i % 43 + 1:00}}",
                                "districts":["District {{i + 1:000}}"]}
                                """
                        )
                )
                + "]";
        }
    }

    public static async Task FillAsync(NpgsqlDataSource database, DateOnly today, CancellationToken cancellationToken)
    {
        foreach (var statement in Statements(today))
        {
            await using var command = database.CreateCommand(statement);
            command.CommandTimeout = 1800;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    // Quarter n of grant g is the (g % 7 + n)th since April 2017; the last quarters are not over, and a few returns are missing.
    private static IEnumerable<string> Statements(DateOnly today)
    {
        yield return """
            alter table figures alter is_challenged set default false;
            alter table targets alter challenged set default 0;
            alter table grant_years alter actual_challenged set default 0;
            alter table money_sums alter actual_challenged set default 0;
            alter table returns alter challenged set default '{}';
            """;
        yield return $"""
            insert into rounds (id, version, reference, programme, name, about, opens_at, closes_at, delivery_from, delivery_to,
            match_percent, priority_percent, themes, published, invited)
            select gen_random_uuid(), 1, 'R' || i, 'Programme ' || i % 4 + 1, 'Round ' || i, '', timestamptz '2017-01-01' + i * interval
            '3 days', timestamptz '2017-03-01' + i * interval '3 days',
                date '2017-04-01', date '2026-03-31', 50, 30, '{"{}"}', true, '{"{}"}' from generate_series(1, 1000) i
            """;
        yield return $"""
            create temp table q as select n, date '2017-04-01' + make_interval(months => 3 * n) as starts,
                case when extract(month from d) >= 4 then extract(year from d)::int else extract(year from d)::int - 1 end as year,
                (extract(month from d)::int + 8) % 12 / 3 + 1 as number
            from (select n, (date '2017-04-01' + make_interval(months => 3 * n))::date as d from generate_series(0, 45) n) x;
            create table bench_q as select n, starts::date as starts, (starts + interval '4 months')::date - 1 as due, year,
                year || '/' || lpad(((year + 1) % 100)::text, 2, '0') || ' Q' || number as quarter from q;
            create table bench_g as select g, md5('grant' || g)::uuid as id, (array[{string.Join(
                ",",
                Enumerable.Range(0, Partnerships).Select(i => $"'{Code(i)}'")
            )}])[g % {Partnerships} + 1] as code,
                'Programme ' || g / {Partnerships} % 4 + 1 as programme from generate_series(0, {Grants - 1}) g
            """;
        yield return $"""
            insert into grants (id, version, reference, bid_id, decision_reference, programme, partnership, title, delivery_from,
            delivery_to, amount, original, priority_percent, accepted_at, is_added_up)
            select id, 1, 'B' || g || '-' || code || '-01', gen_random_uuid(), '', programme, code, 'Project ' || g, date '2017-04-01' +
            make_interval(months => 3 * (g % 7)),
                date '2017-04-01' + make_interval(months => 3 * (g % 7 + {Quarters})) - interval '1 day', 50000000, 55000000, 30, now(),
                true from bench_g
            """;
        yield return $"""
            insert into targets (grant_id, intervention_id, indicator, partnership, programme, grant_reference, intervention,
            "order", delivery_from, delivery_to, target, original, moved_by, kind, cumulative, achieved)
            select id, md5('i' || g || '-' || k % 2)::uuid, 'indicator ' || (g + k) % 30, code, programme, 'B' || g || '-' || code ||
            '-01', 'Intervention ' || k % 2, k,
                date '2017-04-01' + make_interval(months => 3 * (g % 7)), date '2017-04-01' + make_interval(months => 3 * (g % 7 +
                {Quarters})) - interval '1 day',
                100 + g % 50, case when g % 10 = 0 then 200 end, case when g % 10 = 0 then
                '£5,000 less in 2020/21 (variation 1): less money' else '' end, 'UpTo', true, g % 200
            from bench_g, generate_series(0, 2) k
            """;
        yield return $"""
            insert into returns (id, version, figures_version, grant_id, grant_reference, programme, title, partnership, quarter,
            opens_on, due_on, state, first_submitted_at, working_days_late,
                rung, chasing, payment_held, named_to_board, is_owed, assumed, assumed_from)
            select md5('r' || g || '-' || k)::uuid, 6, case when came then 5 else 0 end, id, 'B' || g || '-' || code || '-01',
            programme, 'Project ' || g, code, quarter, starts + 91, due,
                case when came then 'Accepted' when starts + 91 > date '{today:yyyy-MM-dd}' then 'Scheduled' else 'Open' end, case when
                came then due::timestamptz - interval '1 day' end,
                case when came then case when (g + k) % 6 = 0 then (g + k) % 25 else 0 end end, case when not came and due < date
                '{today:yyyy-MM-dd}' then 10 end, 'On', not came and g % 9 = 0, false,
                not came, case when came then null else 1500000 end, null
            from (select b.*, k, q.*, due < date '{today:yyyy-MM-dd}' and not (due > date '{today:yyyy-MM-dd}' - 120 and g % 20 = 0) and
            (g * 33 + k) % 400 <> 0 as came
                from bench_g b, generate_series(0, {Quarters - 1}) k, bench_q q where q.n = g % 7 + k) x
            """;
        yield return "update returns set awaited_on = due_on where is_owed";
        yield return """
            insert into figures (return_id, number, grant_id, intervention_id, quarter, about, measure, name, amount)
            select r.id, f, r.grant_id, md5('i' || split_part(substr(r.grant_reference, 2), '-', 1) || '-' || f % 2)::uuid, r.quarter,
            r.quarter,
                (array['Capital', 'Revenue', 'ForecastCapital', 'ForecastRevenue', 'Achieved'])[(f - 1) / 2 + 1], case when f > 8 then
                'indicator ' || f % 30 else '' end, f * 10000
            from returns r, generate_series(1, 10) f
            """;
        yield return """
            insert into grant_years (grant_id, year, partnership, programme, original, allocated, actual, forecast, assumed,
            priority_allocated, priority_percent, priority_actual,
                match_promised, match_received, match_percent)
            select grant_id, substr(quarter, 1, 4)::int, partnership, programme, 6500000, 6000000, sum(case when figures_version > 0
            then 1400000 else 0 end), sum(case when figures_version = 0 then 1000000 else 0 end),
                0, 2000000, 30, 500000, 3000000, sum(case when figures_version > 0 then 600000 else 0 end), 50 from returns group by 1,
                2, 3, 4
            """;
        yield return """
            insert into money_sums select year, partnership, programme, count(*), sum(original), sum(allocated), sum(actual),
            sum(forecast), sum(assumed),
                sum(greatest(0, allocated - actual - forecast)), sum(greatest(0, actual + forecast - allocated)),
                sum(priority_allocated), sum(allocated * 30 / 100), sum(priority_actual),
                sum(match_promised), sum(actual / 2), sum(match_received) from grant_years group by 1, 2, 3
            """;
        yield return """
            insert into punctuality (quarter, partnership, programme, returns, on_time, late, working_days_late)
            select quarter, partnership, programme, count(*), count(*) filter (where working_days_late = 0), count(*) filter (where
            working_days_late > 0), coalesce(sum(working_days_late), 0)
            from returns group by 1, 2, 3
            """;
        yield return """
            insert into activities (id, version, at, by, text, link, about, partnership, is_quiet, is_office_only, is_alert, topic)
            select r.id, k, r.opens_on::timestamptz + k * interval '1 hour', 'Somebody', 'Saved', '/returns', r.id, r.partnership, k <>
            5, false, false, '' from returns r, generate_series(1, 4) k
            """;
        yield return "drop table bench_q; drop table bench_g";
        yield return "vacuum analyze";
    }
}
