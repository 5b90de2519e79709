using System.Net.Sockets;
using RabbitMQ.Client;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>
/// A connection to the broker whose writes never fail. In RabbitMQ.Client 7.2.2 the task that writes ends at the first failed write and
/// tells nobody: 128 frames later every writer waits for ever, including the task that reads, which should end the connection. Here a
/// failed write closes the socket, so the reader finds the end, and later writes are dropped. Nothing is lost: without a confirmation the
/// event log keeps an event, and without an acknowledgement the broker delivers a message again.
/// </summary>
/// <remarks>Fixed in the client's repository (rabbitmq-dotnet-client 1930), but not in a release yet.</remarks>
internal sealed class BrokerSocket(Socket socket) : TcpClientAdapter(socket)
{
    /// <summary>Makes one, with the client's own settings.</summary>
    public static ITcpClient Create(AddressFamily family) =>
        new BrokerSocket(
            ConnectionFactoryBase.DefaultSocketFactory(family).Client ?? throw new InvalidOperationException("The client made no socket.")
        );

    public override NetworkStream GetStream() => new Stream(Client);

    private sealed class Stream(Socket socket) : NetworkStream(socket)
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            try
            {
                await base.WriteAsync(buffer, cancellationToken);
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                Socket.Dispose();
            }
        }
    }
}
