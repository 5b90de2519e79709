using Xunit;

namespace Platform.GovUk.Tests;

/// <summary>The warning before a session runs out, run as it is served, on a page of somebody who has 60 minutes left.</summary>
public sealed class SessionWarningTests(Host host)
{
    private const string Page = """
        let now = 0, look
        const asked = [], answers = {}
        const element = () => ({
          events: {}, open: false, append() {}, setAttribute() {},
          addEventListener(name, does) { this.events[name] = does },
          showModal() { this.open = true }, close() { this.open = false },
        })
        const made = []
        globalThis.document = {
          querySelector: () => ({ content: '3600' }),
          createElement: () => (made.push(element()), made.at(-1)),
          body: { append() {} },
        }
        Date.now = () => now * 1000
        globalThis.setInterval = does => { look = does }
        globalThis.fetch = async (address, { method }) => {
          asked.push(`${method} ${address}`)
          const seconds = answers[address]
          return { ok: seconds !== undefined, status: seconds === undefined ? 401 : 200, json: async () => ({ seconds }) }
        }
        const at = async minutes => { now = minutes * 60; await look() }
        const says = () => made[3].open ? made.slice(0, 3).map(e => e.textContent).join(' / ') : 'nothing'
        const press = () => made[2].events.click()
        """;

    private async Task<string> SaysAsync(string what)
    {
        var script = await host.Client.GetStringAsync(GovUkAssets.AddressOf("session.js"), TestContext.Current.CancellationToken);
        return await Node.RunAsync($"{Page}\n{script}\n{what}\nprocess.stdout.write([says(), ...asked].join(', '))");
    }

    [Fact]
    public async Task FiveMinutesBefore_Warns() =>
        Assert.Equal(
            "You are about to be signed out / For your security you will be signed out in 4 minutes. What you have typed is kept. / "
                + "Stay signed in, GET /account/time-left",
            await SaysAsync("answers['/account/time-left'] = 240; await at(54); await at(56)")
        );

    [Fact]
    public async Task UsedInAnotherWindow_SaysNothing() =>
        Assert.Equal(
            "nothing, GET /account/time-left",
            await SaysAsync("answers['/account/time-left'] = 3000; await at(56); await at(60)")
        );

    [Fact]
    public async Task StaySignedIn_GoesOn() =>
        Assert.Equal(
            "nothing, GET /account/time-left, POST /account/extend",
            await SaysAsync(
                "answers['/account/time-left'] = 240; answers['/account/extend'] = 3600; await at(56); await press(); await at(57)"
            )
        );

    [Fact]
    public async Task StaySignedIn_AsLongAsIsAllowed_SaysSoOnce()
    {
        const string press = "answers['/account/time-left'] = answers['/account/extend'] = 240; await at(56); await press()";
        Assert.StartsWith(
            "You are about to be signed out / You have been signed in for as long as is allowed, and will have to sign in again.",
            await SaysAsync(press)
        );
        Assert.StartsWith("nothing", await SaysAsync($"{press}; await press(); await at(57)"));
    }

    [Fact]
    public async Task RanOut_SaysThatWhatWasTypedIsStillThere() =>
        Assert.StartsWith(
            "You have been signed out / What you typed is still on this page. When you send it you are asked to sign in, and it is kept.",
            await SaysAsync("answers['/account/time-left'] = 240; await at(56); delete answers['/account/time-left']; await at(61)")
        );
}
