extension Templates {
    static let handlers = """
        <div class="table"><table class="cards"><thead><tr><th scope="col">Handler</th><th scope="col">Events</th>\
        <th scope="col">Order</th><th scope="col" class="number">At once</th><th scope="col" class="number">Time-out</th>\
        <th scope="col" class="number">Attempts</th><th scope="col" class="number">Pending</th>\
        <th scope="col" class="number">Running</th><th scope="col" class="number">Dead</th></tr></thead>
        <tbody>{{#handlers}}<tr><td data-label="Handler"><strong>{{id}}</strong><br><span class="faint">{{module}}</span></td>
        <td data-label="Events">{{events}}{{#restriction}}<br><span class="faint">only {{restriction}}</span>{{/restriction}}</td>
        <td data-label="Order">{{ordering}}</td><td data-label="At once" class="number">{{concurrency}}</td>
        <td data-label="Time-out" class="number">{{timeout}}</td><td data-label="Attempts" class="number">{{attempts}}</td>
        <td data-label="Pending" class="number"><a href="/messages?handler={{id_query}}&amp;state=pending">{{pending}}</a></td>
        <td data-label="Running" class="number">{{running}}</td>
        <td data-label="Dead" class="number"><a href="/dead-letters?handler={{id_query}}">{{dead}}</a></td></tr>{{/handlers}}
        </tbody></table></div>
        {{#strangers}}<p class="note">Deliveries are stored for {{.}}, which is no handler of this build; they wait.</p>{{/strangers}}

        """

    static let events = """
        <p>Types that have arrived, with the newest message of each. What this version does not know is kept as it came, \
        and handlers get it raw.</p>
        <div class="table"><table class="cards"><thead><tr><th scope="col">Type</th><th scope="col">Known</th>\
        <th scope="col">Newest</th><th scope="col">Fields that this version does not know</th></tr></thead>
        <tbody>{{#types}}<tr><td data-label="Type"><a href="/messages?type={{type_query}}"><code>{{type}}</code></a></td>
        <td data-label="Known">{{#is_known}}yes{{/is_known}}{{^is_known}}<span class="warn">no</span>{{/is_known}}</td>
        <td data-label="Newest"><a href="/messages/{{row}}">{{received_short}}</a></td>
        <td data-label="New fields">{{#problem}}<span class="warn">{{problem}}</span>{{/problem}}\
        {{#fields}}<code>{{.}}</code> {{/fields}}{{#is_clean}}–{{/is_clean}}</td></tr>{{/types}}</tbody></table></div>
        {{#note}}<p class="note">{{note}}</p>{{/note}}
        {{^types}}<p class="faint">Nothing has arrived yet.</p>{{/types}}

        """

    static let activityRow = """
        <tr><td data-label="Time"><time datetime="{{date}}">{{date_short}}</time></td>\
        <td data-label="What"><span class="state {{kind}}">{{kind}}</span></td>\
        <td data-label="Type"><code>{{type}}</code></td>\
        <td data-label="Message">{{#id}}<a href="/messages?id={{id_query}}">{{id}}</a>{{/id}}</td>\
        <td data-label="Who">{{who}}</td><td data-label="Why">{{reason}}</td></tr>
        """

    static let live = """
        <p id="live-status" role="status">Reload the page for news; with JavaScript new lines appear by themselves.</p>
        <div class="table"><table class="cards"><thead><tr><th scope="col">Time</th><th scope="col">What</th>\
        <th scope="col">Type</th><th scope="col">Message</th><th scope="col">Who</th><th scope="col">Why</th></tr></thead>
        <tbody id="live-rows">{{#activities}}{{>activityRow}}{{/activities}}</tbody></table></div>
        <script src="/live.js" defer></script>

        """
}
